-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "readBy" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN "speaker" JSONB;
ALTER TABLE "Suggestion" ADD COLUMN "claimId" TEXT REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "searchNames" TEXT NOT NULL DEFAULT '';
UPDATE "Speaker" SET "searchNames" = char(10) || lower("name") || char(10);

-- CreateTable
CREATE TABLE "QuoteCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "said" TEXT,
    "wording" TEXT,
    "context" TEXT,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "QuoteCheck_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuoteCheck_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Suggestion_claimId_idx" ON "Suggestion"("claimId");

-- CreateIndex
CREATE INDEX "QuoteCheck_reviewerId_idx" ON "QuoteCheck"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "QuoteCheck_claimId_reviewerId_key" ON "QuoteCheck"("claimId", "reviewerId");
