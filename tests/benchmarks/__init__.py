"""How fast crossfoot is, as ratios against a peer in the same run: `make bench`. Nothing here passes or fails."""
