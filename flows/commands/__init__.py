"""The commands of the command line, one a file; a file here is a command."""
