"""`python -m brightline` is the same as `brightline`."""

from brightline.cli.start import main

main()
