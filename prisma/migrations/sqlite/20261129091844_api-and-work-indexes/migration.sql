-- CreateIndex
CREATE INDEX "Article_removedAt_createdAt_id_idx" ON "Article"("removedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Claim_standing_updatedAt_idx" ON "Claim"("standing", "updatedAt");

-- CreateIndex
CREATE INDEX "Adjudication_createdAt_idx" ON "Adjudication"("createdAt");

-- CreateIndex
CREATE INDEX "Source_createdAt_id_idx" ON "Source"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Metric_mergedIntoId_createdAt_id_idx" ON "Metric"("mergedIntoId", "createdAt", "id");

-- Partial indexes, which the schema cannot say: few claims are sent back or wait to be looked at again, and their texts are
-- too long to be indexed themselves.
CREATE INDEX "Claim_returned_idx" ON "Claim"("updatedAt") WHERE "returnNote" IS NOT NULL;

CREATE INDEX "Claim_lookAgain_idx" ON "Claim"("articleId", "number") WHERE "lookAgain" IS NOT NULL;
