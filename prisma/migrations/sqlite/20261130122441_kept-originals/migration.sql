-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT,
    "finalUrl" TEXT,
    "title" TEXT NOT NULL,
    "contentType" TEXT,
    "contentHash" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "fetchedAt" DATETIME NOT NULL,
    "originalHash" TEXT,
    "status" INTEGER,
    "headers" JSONB,
    "redirects" JSONB,
    "takenById" TEXT NOT NULL,
    "revisionId" TEXT,
    "sourceId" TEXT,
    CONSTRAINT "Snapshot_originalHash_fkey" FOREIGN KEY ("originalHash") REFERENCES "Blob" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Snapshot_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Snapshot" ("contentHash", "contentType", "fetchedAt", "finalUrl", "html", "id", "revisionId", "sourceId", "takenById", "title", "url") SELECT "contentHash", "contentType", "fetchedAt", "finalUrl", "html", "id", "revisionId", "sourceId", "takenById", "title", "url" FROM "Snapshot";
DROP TABLE "Snapshot";
ALTER TABLE "new_Snapshot" RENAME TO "Snapshot";
CREATE INDEX "Snapshot_revisionId_idx" ON "Snapshot"("revisionId");
CREATE INDEX "Snapshot_sourceId_idx" ON "Snapshot"("sourceId");
CREATE INDEX "Snapshot_originalHash_idx" ON "Snapshot"("originalHash");
CREATE INDEX "Snapshot_takenById_idx" ON "Snapshot"("takenById");
CREATE INDEX "Snapshot_fetchedAt_idx" ON "Snapshot"("fetchedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
