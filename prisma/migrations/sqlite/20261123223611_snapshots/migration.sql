-- AlterTable
ALTER TABLE "Article" ADD COLUMN "addressKey" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "fingerprint" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN "checkedAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "linkProblem" TEXT;

-- CreateTable
CREATE TABLE "TextBand" (
    "revisionId" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    PRIMARY KEY ("revisionId", "key"),
    CONSTRAINT "TextBand_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT,
    "finalUrl" TEXT,
    "title" TEXT NOT NULL,
    "contentType" TEXT,
    "contentHash" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "fetchedAt" DATETIME NOT NULL,
    "takenById" TEXT NOT NULL,
    "revisionId" TEXT,
    "sourceId" TEXT,
    CONSTRAINT "Snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Snapshot_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TextBand_key_idx" ON "TextBand"("key");

-- CreateIndex
CREATE INDEX "Snapshot_revisionId_idx" ON "Snapshot"("revisionId");

-- CreateIndex
CREATE INDEX "Snapshot_sourceId_idx" ON "Snapshot"("sourceId");

-- CreateIndex
CREATE INDEX "Snapshot_takenById_idx" ON "Snapshot"("takenById");

-- CreateIndex
CREATE INDEX "Snapshot_fetchedAt_idx" ON "Snapshot"("fetchedAt");

-- CreateIndex
CREATE INDEX "Article_addressKey_idx" ON "Article"("addressKey");
