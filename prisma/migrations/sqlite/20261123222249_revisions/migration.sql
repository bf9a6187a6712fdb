-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "figureThen" JSONB;
ALTER TABLE "Claim" ADD COLUMN "lookAgain" TEXT;
ALTER TABLE "Claim" ADD COLUMN "lookAgainIn" TEXT;
ALTER TABLE "Claim" ADD COLUMN "orphanedAt" DATETIME;

-- AlterTable
ALTER TABLE "Judgement" ADD COLUMN "givenIn" TEXT;
ALTER TABLE "Judgement" ADD COLUMN "givenOn" TEXT;

-- AlterTable
ALTER TABLE "QuoteCheck" ADD COLUMN "givenIn" TEXT;
ALTER TABLE "QuoteCheck" ADD COLUMN "givenOn" TEXT;

-- AlterTable
ALTER TABLE "Adjudication" ADD COLUMN "givenIn" TEXT;
ALTER TABLE "Adjudication" ADD COLUMN "givenOn" TEXT;

-- CreateTable
CREATE TABLE "ClaimPlace" (
    "claimId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "paragraphId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "revisionId"),
    CONSTRAINT "ClaimPlace_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClaimPlace_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClaimPlace_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "minor" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "ClaimPlace_revisionId_idx" ON "ClaimPlace"("revisionId");

-- CreateIndex
CREATE INDEX "ClaimPlace_paragraphId_idx" ON "ClaimPlace"("paragraphId");
