-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1;
