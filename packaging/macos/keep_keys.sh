#!/usr/bin/env bash
# Puts the keys for signing and notarising, where there are any, into a keychain of this job, and
# tells the steps that follow. Without them the application is built all the same, unsigned.
set -eu
if [ -z "${CERTIFICATE:-}" ]; then
    echo "no certificate: the application will not be signed"
    exit 0
fi
keychain="$RUNNER_TEMP/studydesk.keychain-db"
password="$(openssl rand -hex 16)"
printf '%s' "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$CERTIFICATE_PASSWORD" -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$RUNNER_TEMP/certificate.p12"
echo "STUDYDESK_SIGNING_IDENTITY=$IDENTITY" >> "$GITHUB_ENV"
if [ -n "${NOTARY_PASSWORD:-}" ]; then
    xcrun notarytool store-credentials studydesk --keychain "$keychain" \
        --apple-id "$APPLE_ID" --team-id "$TEAM" --password "$NOTARY_PASSWORD"
    echo "STUDYDESK_NOTARY_PROFILE=studydesk" >> "$GITHUB_ENV"
fi
