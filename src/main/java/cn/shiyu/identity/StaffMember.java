package cn.shiyu.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;

/**
 * One of a city's staff as its tenant file lists them.
 *
 * @param login the name in the realm
 * @param phone office phone, null where none is given
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMember(String login, String name, String phone, Set<Post> posts) {

    public StaffMember {
        posts = posts == null ? Set.of() : Set.copyOf(posts);
    }

    public boolean holds(Role role, String unit) {
        return posts.contains(new Post(unit, role));
    }

    public boolean worksAt(String unit) {
        return posts.stream().anyMatch(post -> post.unit().equals(unit));
    }
}
