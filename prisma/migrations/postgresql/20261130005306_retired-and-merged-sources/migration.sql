-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "mergedIntoId" TEXT,
ADD COLUMN     "originWasId" TEXT,
ADD COLUMN     "retiredAt" TIMESTAMP(3),
ADD COLUMN     "retiredById" TEXT,
ADD COLUMN     "retiredNote" TEXT;

-- CreateIndex
CREATE INDEX "Article_publisher_idx" ON "Article"("publisher");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_createdAt_id_idx" ON "Source"("mergedIntoId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Source_retiredById_idx" ON "Source"("retiredById");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_retiredById_fkey" FOREIGN KEY ("retiredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
