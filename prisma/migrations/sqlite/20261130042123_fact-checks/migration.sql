-- CreateTable
CREATE TABLE "FactCheckFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "addressKey" TEXT,
    "addedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "readAt" DATETIME,
    "reading" JSONB,
    "nextReadAt" DATETIME,
    "etag" TEXT,
    "lastModified" TEXT,
    "seenPages" JSONB,
    "removedAt" DATETIME,
    CONSTRAINT "FactCheckFeed_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FactCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "feedId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "checker" TEXT NOT NULL,
    "publishedOn" TEXT,
    "rating" TEXT,
    "ratingValue" REAL,
    "bestRating" REAL,
    "worstRating" REAL,
    "claimant" TEXT,
    "appearance" TEXT,
    "language" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "FactCheck_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "FactCheckFeed" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FactCheckSearch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "checkId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "isChinese" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FactCheckSearch_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "FactCheck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckFeed_addressKey_key" ON "FactCheckFeed"("addressKey");

-- CreateIndex
CREATE INDEX "FactCheckFeed_nextReadAt_idx" ON "FactCheckFeed"("nextReadAt");

-- CreateIndex
CREATE INDEX "FactCheckFeed_removedAt_createdAt_idx" ON "FactCheckFeed"("removedAt", "createdAt");

-- CreateIndex
CREATE INDEX "FactCheckFeed_addedById_idx" ON "FactCheckFeed"("addedById");

-- CreateIndex
CREATE INDEX "FactCheck_key_createdAt_id_idx" ON "FactCheck"("key", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FactCheck_createdAt_id_idx" ON "FactCheck"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheck_feedId_key_key" ON "FactCheck"("feedId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckSearch_checkId_key" ON "FactCheckSearch"("checkId");

-- CreateIndex
CREATE INDEX "FactCheckSearch_version_idx" ON "FactCheckSearch"("version");

-- The full-text index of the fact-checks of others, apart from that of the desk's claims.
CREATE VIRTUAL TABLE "FactCheckSearchIndex" USING fts5("words", content='FactCheckSearch', content_rowid='id', tokenize='ascii');

CREATE TRIGGER "FactCheckSearch_added" AFTER INSERT ON "FactCheckSearch" BEGIN
  INSERT INTO "FactCheckSearchIndex"(rowid, "words") VALUES (new."id", new."words");
END;

CREATE TRIGGER "FactCheckSearch_removed" AFTER DELETE ON "FactCheckSearch" BEGIN
  INSERT INTO "FactCheckSearchIndex"("FactCheckSearchIndex", rowid, "words") VALUES ('delete', old."id", old."words");
END;

CREATE TRIGGER "FactCheckSearch_changed" AFTER UPDATE OF "words" ON "FactCheckSearch" BEGIN
  INSERT INTO "FactCheckSearchIndex"("FactCheckSearchIndex", rowid, "words") VALUES ('delete', old."id", old."words");
  INSERT INTO "FactCheckSearchIndex"(rowid, "words") VALUES (new."id", new."words");
END;
