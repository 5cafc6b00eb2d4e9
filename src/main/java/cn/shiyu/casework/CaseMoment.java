package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One action at one moment: all that a decision may look at.
 *
 * @param unit for which unit the caller acts, null for residents
 * @param before the state the case was in
 */
record CaseMoment(
        Mutiny.Session session, City city, Caller caller, String unit, Case file, CaseStatus before, Instant at) {}
