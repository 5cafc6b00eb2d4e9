package cn.shiyu.organisation;

import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Somebody who works for the city: section {@code staff} of its tenant file. The login is Keycloak's user name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMember(String login, String name, String phone, List<Post> posts) {

    public StaffMember {
        posts = posts == null ? List.of() : List.copyOf(posts);
    }

    public boolean holds(Role role, String unit) {
        return posts.contains(new Post(unit, role));
    }
}
