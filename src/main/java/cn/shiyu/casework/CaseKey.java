package cn.shiyu.casework;

import java.io.Serializable;
import java.util.UUID;

/** A case's key: the city first, then the case. */
record CaseKey(String tenantId, UUID caseId) implements Serializable {}
