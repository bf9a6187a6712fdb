-- CreateTable
CREATE TABLE "ClaimSearch" (
    "id" SERIAL NOT NULL,
    "claimId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "isChinese" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ClaimSearch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClaimSearch_claimId_key" ON "ClaimSearch"("claimId");

-- CreateIndex
CREATE INDEX "ClaimSearch_version_idx" ON "ClaimSearch"("version");

-- AddForeignKey
ALTER TABLE "ClaimSearch" ADD CONSTRAINT "ClaimSearch_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The full-text index of claims: tokens are made by the desk, so no text-search configuration of the server has a say.
ALTER TABLE "ClaimSearch" ADD COLUMN "vector" tsvector
  GENERATED ALWAYS AS (array_to_tsvector(string_to_array("words", ' '))) STORED;

CREATE INDEX "ClaimSearch_vector_idx" ON "ClaimSearch" USING GIN ("vector");

-- Lists of all claims: the newest first, and counted by standing (from the index alone).
-- SQLite reads rows for columns of the condition that the index does not hold.
CREATE INDEX "Claim_listed_idx" ON "Claim"("createdAt", "id") WHERE "removedAt" IS NULL AND "orphanedAt" IS NULL;

CREATE INDEX "Claim_counted_idx" ON "Claim"("standing", "articleId", "removedAt", "orphanedAt") WHERE "removedAt" IS NULL AND "orphanedAt" IS NULL;
