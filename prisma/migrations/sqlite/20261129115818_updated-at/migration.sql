-- Written by hand: a new column needs no new table, which would be dropped with what hangs on it. SQLite takes only a
-- constant as the default of a column that is added; the client gives every new row its moment.
ALTER TABLE "Source" ADD COLUMN "updatedAt" DATETIME NOT NULL DEFAULT '1970-01-01T00:00:00.000+00:00';
ALTER TABLE "Metric" ADD COLUMN "updatedAt" DATETIME NOT NULL DEFAULT '1970-01-01T00:00:00.000+00:00';

-- Of rows that are there: the last moment that is known.
UPDATE "Source" SET "updatedAt" = "createdAt";
UPDATE "Metric" SET "updatedAt" = "changedAt";
