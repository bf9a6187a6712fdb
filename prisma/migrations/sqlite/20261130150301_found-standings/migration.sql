-- What a search is counted and ordered by stands beside the tokens: its claim need not be read.
ALTER TABLE "ClaimSearch" ADD COLUMN "articleId" TEXT NOT NULL DEFAULT '';
ALTER TABLE "ClaimSearch" ADD COLUMN "standing" TEXT NOT NULL DEFAULT 'open';
ALTER TABLE "ClaimSearch" ADD COLUMN "createdAt" DATETIME;
ALTER TABLE "ClaimSearch" ADD COLUMN "isGone" BOOLEAN NOT NULL DEFAULT false;

UPDATE "ClaimSearch" SET ("articleId", "standing", "createdAt", "isGone") = (
  SELECT c."articleId", c."standing", c."createdAt", c."removedAt" IS NOT NULL OR c."orphanedAt" IS NOT NULL
  FROM "Claim" c WHERE c."id" = "ClaimSearch"."claimId");

DROP INDEX "ClaimSearch_found_idx";
CREATE INDEX "ClaimSearch_found_idx" ON "ClaimSearch"("id", "claimId", "isChinese", "articleId", "standing", "createdAt", "isGone");

CREATE TRIGGER "ClaimSearch_claimed" AFTER INSERT ON "ClaimSearch" BEGIN
  UPDATE "ClaimSearch" SET ("articleId", "standing", "createdAt", "isGone") = (
    SELECT c."articleId", c."standing", c."createdAt", c."removedAt" IS NOT NULL OR c."orphanedAt" IS NOT NULL
    FROM "Claim" c WHERE c."id" = new."claimId")
  WHERE "id" = new."id";
END;

CREATE TRIGGER "Claim_searched" AFTER UPDATE OF "standing", "removedAt", "orphanedAt" ON "Claim"
WHEN old."standing" <> new."standing" OR old."removedAt" IS NOT new."removedAt" OR old."orphanedAt" IS NOT new."orphanedAt"
BEGIN
  UPDATE "ClaimSearch"
  SET "standing" = new."standing", "isGone" = new."removedAt" IS NOT NULL OR new."orphanedAt" IS NOT NULL
  WHERE "claimId" = new."id";
END;
