-- AlterTable
ALTER TABLE "User" ADD COLUMN     "imported" BOOLEAN NOT NULL DEFAULT false;
