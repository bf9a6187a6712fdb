-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "minor" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "figureThen" JSONB,
ADD COLUMN     "lookAgain" TEXT,
ADD COLUMN     "lookAgainIn" TEXT,
ADD COLUMN     "orphanedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Judgement" ADD COLUMN     "givenIn" TEXT,
ADD COLUMN     "givenOn" TEXT;

-- AlterTable
ALTER TABLE "QuoteCheck" ADD COLUMN     "givenIn" TEXT,
ADD COLUMN     "givenOn" TEXT;

-- AlterTable
ALTER TABLE "Adjudication" ADD COLUMN     "givenIn" TEXT,
ADD COLUMN     "givenOn" TEXT;

-- CreateTable
CREATE TABLE "ClaimPlace" (
    "claimId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "paragraphId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,

    CONSTRAINT "ClaimPlace_pkey" PRIMARY KEY ("claimId","revisionId")
);

-- CreateIndex
CREATE INDEX "ClaimPlace_revisionId_idx" ON "ClaimPlace"("revisionId");

-- CreateIndex
CREATE INDEX "ClaimPlace_paragraphId_idx" ON "ClaimPlace"("paragraphId");

-- AddForeignKey
ALTER TABLE "ClaimPlace" ADD CONSTRAINT "ClaimPlace_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPlace" ADD CONSTRAINT "ClaimPlace_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimPlace" ADD CONSTRAINT "ClaimPlace_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;
