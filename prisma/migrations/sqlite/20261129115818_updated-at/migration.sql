-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "url" TEXT,
    "published" TEXT,
    "accessed" TEXT,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "originId" TEXT,
    "checkedAt" DATETIME,
    "linkProblem" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,
    CONSTRAINT "Source_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Source_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Source" ("accessed", "checkedAt", "createdAt", "createdById", "id", "kind", "linkProblem", "note", "originId", "published", "publisher", "sample", "searchText", "title", "url", "updatedAt") SELECT "accessed", "checkedAt", "createdAt", "createdById", "id", "kind", "linkProblem", "note", "originId", "published", "publisher", "sample", "searchText", "title", "url", "createdAt" FROM "Source";
DROP TABLE "Source";
ALTER TABLE "new_Source" RENAME TO "Source";
CREATE INDEX "Source_url_idx" ON "Source"("url");
CREATE INDEX "Source_title_idx" ON "Source"("title");
CREATE INDEX "Source_createdAt_id_idx" ON "Source"("createdAt", "id");
CREATE INDEX "Source_originId_idx" ON "Source"("originId");
CREATE INDEX "Source_createdById_idx" ON "Source"("createdById");
CREATE TABLE "new_Metric" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "scope" TEXT,
    "aliases" JSONB NOT NULL DEFAULT [],
    "nameKey" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "standing" TEXT NOT NULL DEFAULT 'open',
    "observations" INTEGER NOT NULL DEFAULT 0,
    "articles" INTEGER NOT NULL DEFAULT 0,
    "sources" INTEGER NOT NULL DEFAULT 0,
    "spread" REAL,
    "latest" JSONB,
    "settled" JSONB,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "namedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mergedIntoId" TEXT,
    CONSTRAINT "Metric_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Metric" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Metric" ("aliases", "articles", "changedAt", "createdAt", "edition", "id", "lastSeq", "latest", "measure", "mergedIntoId", "nameKey", "namedAt", "observations", "sample", "scope", "searchText", "settled", "sources", "spread", "standing", "subject", "updatedAt") SELECT "aliases", "articles", "changedAt", "createdAt", "edition", "id", "lastSeq", "latest", "measure", "mergedIntoId", "nameKey", "namedAt", "observations", "sample", "scope", "searchText", "settled", "sources", "spread", "standing", "subject", "changedAt" FROM "Metric";
DROP TABLE "Metric";
ALTER TABLE "new_Metric" RENAME TO "Metric";
CREATE UNIQUE INDEX "Metric_nameKey_key" ON "Metric"("nameKey");
CREATE INDEX "Metric_mergedIntoId_changedAt_idx" ON "Metric"("mergedIntoId", "changedAt");
CREATE INDEX "Metric_mergedIntoId_createdAt_id_idx" ON "Metric"("mergedIntoId", "createdAt", "id");
CREATE INDEX "Metric_standing_idx" ON "Metric"("standing");
CREATE INDEX "Metric_namedAt_idx" ON "Metric"("namedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
