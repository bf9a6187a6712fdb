-- CreateTable
CREATE TABLE "AuditLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "subjectId" TEXT,
    "network" TEXT,
    "details" JSONB NOT NULL,
    CONSTRAINT "AuditLine_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "AuditLine_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AuditLine_at_id_idx" ON "AuditLine"("at", "id");

-- CreateIndex
CREATE INDEX "AuditLine_kind_at_idx" ON "AuditLine"("kind", "at");

-- CreateIndex
CREATE INDEX "AuditLine_actorId_at_idx" ON "AuditLine"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditLine_subjectId_at_idx" ON "AuditLine"("subjectId", "at");
