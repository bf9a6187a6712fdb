-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Presence" (
    "server" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "people" JSONB NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("server","articleId")
);

-- CreateIndex
CREATE INDEX "Presence_articleId_idx" ON "Presence"("articleId");
