"""The disk image for macOS, signed and notarised where the environment says with what.

STUDYDESK_SIGNING_IDENTITY names a Developer ID in the keychain; without it the application gets
the signature that every program needs to run at all, and macOS warns its users.
STUDYDESK_NOTARY_PROFILE names credentials that `xcrun notarytool store-credentials` has kept;
without it nothing is sent to be notarised.
"""

import os
import platform
import shutil
import subprocess
from pathlib import Path

RIGHTS = Path(__file__).parent / "macos" / "entitlements.plist"


def make_image(application: Path, out: Path, version: str) -> Path:
    """The .dmg of a frozen application, for the chip of this machine: arm64 or x86_64."""
    identity = os.environ.get("STUDYDESK_SIGNING_IDENTITY", "")
    profile = os.environ.get("STUDYDESK_NOTARY_PROFILE", "")
    _run(*signing_command(application, identity))
    _run("codesign", "--verify", "--deep", "--strict", application)
    image = out / f"studydesk-{version}-macos-{platform.machine()}.dmg"
    _pack(application, image)
    if identity:
        _run("codesign", "--sign", identity, "--timestamp", image)
    if identity and profile:
        _run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
        _run("xcrun", "stapler", "staple", image)
        _run("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image)
    return image


def signing_command(application: Path, identity: str) -> list[str | Path]:
    """How an application is signed; `-` stands for no identity."""
    command: list[str | Path] = ["codesign", "--force", "--deep", "--sign", identity or "-"]
    if identity:
        command += ["--options", "runtime", "--timestamp", "--entitlements", RIGHTS]
    return [*command, application]


def _pack(application: Path, image: Path) -> None:
    """An image with the application, and a link to where it is dragged."""
    folder = image.parent / "image"
    shutil.copytree(application, folder / application.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    name = ("-volname", "学习台", "-srcfolder", folder)
    _run("hdiutil", "create", *name, "-fs", "HFS+", "-format", "UDZO", "-ov", image)
    shutil.rmtree(folder)


def _run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True)
