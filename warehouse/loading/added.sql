-- Loads what a home adds: to the register that comes with crossfoot a user's own bodies and aliases, and what persons have decided about links and judged.
INSERT INTO organisations BY NAME FROM added_organisations ANTI JOIN organisations USING (organisation_id);
INSERT INTO aliases BY NAME FROM added_aliases EXCEPT ALL FROM aliases;
INSERT INTO link_decisions BY NAME FROM added_link_decisions EXCEPT ALL FROM link_decisions;
INSERT INTO judgements_made BY NAME FROM added_judgements_made EXCEPT ALL FROM judgements_made;
CREATE OR REPLACE TEMP TABLE wanted AS FROM added_wanted;
