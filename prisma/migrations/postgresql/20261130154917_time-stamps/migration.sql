-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "stampedAt" TIMESTAMP(3),
ADD COLUMN     "timeStamp" BYTEA;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "archivedAt" TIMESTAMP(3),
ADD COLUMN     "archivedUrl" TEXT;
