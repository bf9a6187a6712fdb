-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "correction" TEXT;

-- CreateTable
CREATE TABLE "Desk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "correctionsEn" TEXT NOT NULL,
    "correctionsZh" TEXT NOT NULL,
    "scale" JSONB NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT false;
