package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.tenancy.City;

/** Kinds that reports are thanked with: never shown and never counted, so that nobody finds out who reported. */
final class Hushed {

    private Hushed() {}

    static String[] of(City city) {
        return VolunteeringSettings.of(city).reports().stream().map(VolunteeringSettings.Report::code).distinct().toArray(String[]::new);
    }
}
