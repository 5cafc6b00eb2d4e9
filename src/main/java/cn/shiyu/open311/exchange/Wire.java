package cn.shiyu.open311.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The standard's shapes, by the standard's names. */
final class Wire {

    private Wire() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Service(
            String serviceCode,
            String serviceName,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Definition(String serviceCode, List<Attribute> attributes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            String datatypeDescription,
            int order,
            String description,
            List<Value> values) {}

    record Value(String key, String name) {}

    /** @param serviceNotice number and look-up code in words, for the person */
    @JsonNaming(SnakeCaseStrategy.class)
    record Filed(String serviceRequestId, String serviceNotice, String accountId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Token(String serviceRequestId, String token) {}

    /** Times W3C with the city's offset; places WGS-84. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Request(
            String serviceRequestId,
            String status,
            String statusNotes,
            String serviceName,
            String serviceCode,
            String description,
            String agencyResponsible,
            String serviceNotice,
            String requestedDatetime,
            String updatedDatetime,
            String expectedDatetime,
            String address,
            String addressId,
            String zipcode,
            Double lat,
            @JsonProperty("long") Double lng,
            String mediaUrl) {}

    record Fault(int code, String description) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Discovery(String changeset, String contact, String keyService, List<Endpoint> endpoints) {}

    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}
}
