-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN "stampedAt" DATETIME;
ALTER TABLE "Snapshot" ADD COLUMN "timeStamp" BLOB;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "archivedUrl" TEXT;
