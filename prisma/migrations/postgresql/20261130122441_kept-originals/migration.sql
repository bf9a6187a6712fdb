-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "headers" JSONB,
ADD COLUMN     "originalHash" TEXT,
ADD COLUMN     "redirects" JSONB,
ADD COLUMN     "status" INTEGER;

-- CreateIndex
CREATE INDEX "Snapshot_originalHash_idx" ON "Snapshot"("originalHash");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_originalHash_fkey" FOREIGN KEY ("originalHash") REFERENCES "Blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
