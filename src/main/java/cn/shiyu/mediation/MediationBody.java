package cn.shiyu.mediation;

/** Who mediators belong to: a people's committee, an authority, a court (人民调解委员会、行政机关、法院). @param place where it sits */
public record MediationBody(String code, String name, MediationKind kind, String place) {}
