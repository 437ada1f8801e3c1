"""`python -m studydesk`: the same as the command `studydesk`."""

import sys

from studydesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
