"""Where the frozen program begins."""

import sys

from studydesk.cli import main

sys.exit(main())
