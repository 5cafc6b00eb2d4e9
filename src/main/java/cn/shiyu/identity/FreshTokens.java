package cn.shiyu.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * A token past its time is worth nothing while Keycloak is there to renew it: so that an account closed there is closed here minutes
 * later. While Keycloak is away it goes on being worth something, for {@link IdentityConfig#grace}: whoever was signed in works on.
 */
@ApplicationScoped
class FreshTokens implements SecurityIdentityAugmentor {

    @Inject
    SignInServer server;

    @Inject
    Clock clock;

    /** Before the caller is looked up, which costs more. */
    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean over = identity.getPrincipal() instanceof JsonWebToken token
                && token.getExpirationTime() < clock.instant().getEpochSecond();
        return over
                ? server.answers().map(there -> {
                    if (there) {
                        throw expired();
                    }
                    return identity;
                })
                : Uni.createFrom().item(identity);
    }

    /** In the words by which the extension knows that it should renew the session. */
    private static AuthenticationFailedException expired() {
        String sentence = "the token is past its time";
        return new AuthenticationFailedException(new InvalidJwtException(
                sentence, List.of(new ErrorCodeValidator.Error(ErrorCodes.EXPIRED, sentence)), null));
    }
}
