-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "readBy" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "claimId" TEXT,
ADD COLUMN     "speaker" JSONB;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "searchNames" TEXT NOT NULL DEFAULT '';
UPDATE "Speaker" SET "searchNames" = chr(10) || lower("name") || chr(10);

-- CreateTable
CREATE TABLE "QuoteCheck" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "said" TEXT,
    "wording" TEXT,
    "context" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuoteCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuoteCheck_reviewerId_idx" ON "QuoteCheck"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "QuoteCheck_claimId_reviewerId_key" ON "QuoteCheck"("claimId", "reviewerId");

-- CreateIndex
CREATE INDEX "Suggestion_claimId_idx" ON "Suggestion"("claimId");

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteCheck" ADD CONSTRAINT "QuoteCheck_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
