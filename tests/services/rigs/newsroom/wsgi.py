"""The newsroom as a program, with faults around it."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from newsroom.faults import Faulty

application = Faulty(get_wsgi_application(), Path(os.environ["NEWSROOM_FOLDER"]) / "faults.json")
