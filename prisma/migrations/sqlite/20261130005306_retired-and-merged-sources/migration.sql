-- AlterTable: a column that names another table is added without making the table anew.
ALTER TABLE "Source" ADD COLUMN "retiredAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "retiredNote" TEXT;
ALTER TABLE "Source" ADD COLUMN "originWasId" TEXT;
ALTER TABLE "Source" ADD COLUMN "retiredById" TEXT REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Source" ADD COLUMN "mergedIntoId" TEXT REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Article_publisher_idx" ON "Article"("publisher");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_createdAt_id_idx" ON "Source"("mergedIntoId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Source_retiredById_idx" ON "Source"("retiredById");
