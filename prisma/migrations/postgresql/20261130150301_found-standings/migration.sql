-- What a search is counted and ordered by stands beside the tokens: its claim need not be read.
ALTER TABLE "ClaimSearch" ADD COLUMN     "articleId" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "createdAt" TIMESTAMP(3),
ADD COLUMN     "isGone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'open';

UPDATE "ClaimSearch" s SET "articleId" = c."articleId", "standing" = c."standing", "createdAt" = c."createdAt",
  "isGone" = c."removedAt" IS NOT NULL OR c."orphanedAt" IS NOT NULL
FROM "Claim" c WHERE c."id" = s."claimId";

-- A changed standing is written beside the row that it replaces, so that no index changes with it.
ALTER TABLE "ClaimSearch" SET (fillfactor = 85);

-- The bodies are written as texts in which \073 is the semicolon: a migration is cut at every other one.
CREATE FUNCTION "take_claim"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  SELECT c."articleId", c."standing", c."createdAt", c."removedAt" IS NOT NULL OR c."orphanedAt" IS NOT NULL
  INTO new."articleId", new."standing", new."createdAt", new."isGone"
  FROM "Claim" c WHERE c."id" = new."claimId"\073
  RETURN new\073
END';

CREATE TRIGGER "ClaimSearch_claimed" BEFORE INSERT ON "ClaimSearch" FOR EACH ROW EXECUTE FUNCTION "take_claim"();

CREATE FUNCTION "follow_claim"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "ClaimSearch"
  SET "standing" = new."standing", "isGone" = new."removedAt" IS NOT NULL OR new."orphanedAt" IS NOT NULL
  WHERE "claimId" = new."id"\073
  RETURN NULL\073
END';

CREATE TRIGGER "Claim_searched" AFTER UPDATE OF "standing", "removedAt", "orphanedAt" ON "Claim" FOR EACH ROW
WHEN (old."standing" <> new."standing" OR old."removedAt" IS DISTINCT FROM new."removedAt"
  OR old."orphanedAt" IS DISTINCT FROM new."orphanedAt")
EXECUTE FUNCTION "follow_claim"();
