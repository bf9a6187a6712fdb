-- CreateTable
CREATE TABLE "ClaimSearch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "claimId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "isChinese" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ClaimSearch_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ClaimSearch_claimId_key" ON "ClaimSearch"("claimId");

-- CreateIndex
CREATE INDEX "ClaimSearch_version_idx" ON "ClaimSearch"("version");

-- The full-text index of claims: the words themselves stay in their table.
CREATE VIRTUAL TABLE "ClaimSearchIndex" USING fts5("words", content='ClaimSearch', content_rowid='id', tokenize='ascii');

CREATE TRIGGER "ClaimSearch_added" AFTER INSERT ON "ClaimSearch" BEGIN
  INSERT INTO "ClaimSearchIndex"(rowid, "words") VALUES (new."id", new."words");
END;

CREATE TRIGGER "ClaimSearch_removed" AFTER DELETE ON "ClaimSearch" BEGIN
  INSERT INTO "ClaimSearchIndex"("ClaimSearchIndex", rowid, "words") VALUES ('delete', old."id", old."words");
END;

CREATE TRIGGER "ClaimSearch_changed" AFTER UPDATE OF "words" ON "ClaimSearch" BEGIN
  INSERT INTO "ClaimSearchIndex"("ClaimSearchIndex", rowid, "words") VALUES ('delete', old."id", old."words");
  INSERT INTO "ClaimSearchIndex"(rowid, "words") VALUES (new."id", new."words");
END;

-- Lists of all claims: the newest first, and counted by standing (from the index alone).
-- SQLite reads rows for columns of the condition that the index does not hold.
CREATE INDEX "Claim_listed_idx" ON "Claim"("createdAt", "id") WHERE "removedAt" IS NULL AND "orphanedAt" IS NULL;

CREATE INDEX "Claim_counted_idx" ON "Claim"("standing", "articleId", "removedAt", "orphanedAt") WHERE "removedAt" IS NULL AND "orphanedAt" IS NULL;
