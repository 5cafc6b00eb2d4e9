package cn.shiyu.identity.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is used of Keycloak's administration API. */
@RegisterRestClient(configKey = "keycloak-admin")
@Consumes(MediaType.APPLICATION_JSON)
interface KeycloakAdmin {

    @POST
    @Path("/realms/master/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonNode token(
            @FormParam("grant_type") String grant,
            @FormParam("client_id") String client,
            @FormParam("username") String user,
            @FormParam("password") String password);

    /** Answers 404 as a {@code WebApplicationException} when there is no such realm. */
    @GET
    @Path("/admin/realms/{realm}")
    JsonNode realm(@HeaderParam("Authorization") String bearer, @PathParam("realm") String realm);

    @POST
    @Path("/admin/realms")
    void createRealm(@HeaderParam("Authorization") String bearer, JsonNode realm);

    @GET
    @Path("/admin/realms/{realm}/clients")
    JsonNode clients(
            @HeaderParam("Authorization") String bearer,
            @PathParam("realm") String realm,
            @QueryParam("clientId") String clientId);

    /** Fields that are missing stay as they are. */
    @PUT
    @Path("/admin/realms/{realm}/clients/{id}")
    void updateClient(
            @HeaderParam("Authorization") String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            JsonNode client);

    @POST
    @Path("/admin/realms/{realm}/partialImport")
    JsonNode importMissing(
            @HeaderParam("Authorization") String bearer, @PathParam("realm") String realm, JsonNode users);
}
