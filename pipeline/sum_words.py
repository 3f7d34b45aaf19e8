"""Words that say the same of sums in texts and in tables; parts of patterns."""

# a list that leaves some out
LEAVES_OUT = r"top|largest|biggest|main|major|key|selected|extract|examples?|for instance|e\.g\.|such as|among|highest|principal|significant"
# a number that is for one of many, and is summed with no other
FOR_ONE = r"each|apiece|every|per|a head|averag(?:e|ed|es|ing)|avg|mean|median"
# all of what stands before
IN_ALL = r"(?:in (?:all|total|aggregate)|altogether|all told|between them|combined|together|all in)"
