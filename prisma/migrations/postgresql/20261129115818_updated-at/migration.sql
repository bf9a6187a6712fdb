-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Metric" ADD COLUMN     "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of rows that are there: the last moment that is known.
UPDATE "Metric" SET "updatedAt" = "changedAt";
UPDATE "Source" SET "updatedAt" = "createdAt";
