-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "weight" TEXT NOT NULL DEFAULT 'normal';
