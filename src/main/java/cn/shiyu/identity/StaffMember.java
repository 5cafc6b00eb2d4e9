package cn.shiyu.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;

/** One of a city's staff as its tenant file lists them; {@code login} is the name in the realm. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMember(String login, String name, Set<Post> posts) {}
