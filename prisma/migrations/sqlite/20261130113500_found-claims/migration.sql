-- Searched claims: what counting, ordering and matching ask of each row, without reading the row.
CREATE INDEX "ClaimSearch_found_idx" ON "ClaimSearch"("id", "claimId", "isChinese");

CREATE INDEX "Claim_found_idx" ON "Claim"("id", "standing", "articleId", "createdAt", "removedAt", "orphanedAt") WHERE "removedAt" IS NULL AND "orphanedAt" IS NULL;
