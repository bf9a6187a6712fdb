-- SQLite alone gets indexes for searched claims: PostgreSQL reads the rows of the index for the match anyway.
SELECT 1;
