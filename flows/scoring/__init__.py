"""How well files were read, against figures that people labelled: matched one to one, judged field by field, counted by rule and by confidence."""
