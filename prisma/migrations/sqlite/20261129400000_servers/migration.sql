-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT
);

-- CreateTable
CREATE TABLE "Presence" (
    "server" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "people" JSONB NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("server", "articleId")
);

-- CreateIndex
CREATE INDEX "Presence_articleId_idx" ON "Presence"("articleId");
